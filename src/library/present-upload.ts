import type { Upload } from '~/contract/upload';
import type { Addresses } from './addresses';
import { AUTHOR_ID, OWNER_ID } from './owner';
import type { UploadRecord } from './upload-record';

/** Milliseconds an unfinished upload is kept; its part addresses say so. */
export const UPLOAD_LIFETIME = 24 * 60 * 60 * 1000;

/** A stored upload as the contract shows it; part addresses only while parts are awaited. */
export function presentUpload(record: UploadRecord, addresses: Addresses): Upload {
  const expires = new Date(Date.parse(record.createdAt) + UPLOAD_LIFETIME).toISOString();
  return {
    id: record.id,
    status: record.status,
    kind: record.kind,
    source: 'multipart',
    fileName: record.fileName,
    originalFileName: record.fileName,
    contentType: record.contentType,
    fileSize: record.fileSize,
    partsCount: record.partSizes.length,
    authorId: AUTHOR_ID,
    ownerId: OWNER_ID,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    ...(record.entityId && { entityId: record.entityId }),
    ...(record.errorMessage && { errorMessage: record.errorMessage }),
    ...(record.status === 'pending' && {
      parts: record.partSizes.map((_size, index) => ({
        number: index + 1,
        url: addresses.part(record.id, index + 1),
        expires,
      })),
    }),
  };
}
