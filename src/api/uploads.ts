import type { UploadId } from '~/contract/ids';
import { type CreateUploadBody, type Upload, uploadResponseSchema } from '~/contract/upload';
import type { ApiClient } from './client';

/** `POST /uploads`: announces a file in 1–10,000 parts; the answer names a URL for each. */
export async function createUpload(
  client: ApiClient,
  body: CreateUploadBody,
  signal?: AbortSignal,
): Promise<Upload> {
  const { upload } = await client.request('uploads', uploadResponseSchema, {
    method: 'post',
    json: body,
    ...(signal && { signal }),
  });
  return upload;
}

/** `PUT` of one part to the URL the upload named. */
export async function putUploadPart(
  client: ApiClient,
  url: string,
  bytes: Blob | ArrayBuffer,
  signal?: AbortSignal,
): Promise<void> {
  await client.putBytes(url, bytes, signal);
}

/** `POST /uploads/{id}/action`: all parts are there. */
export async function completeUpload(client: ApiClient, id: UploadId): Promise<Upload> {
  const { upload } = await client.request(`${path(id)}/action`, uploadResponseSchema, {
    method: 'post',
    json: { action: 'complete' },
  });
  return upload;
}

/** `GET /uploads/{id}`: poll until `imported` (then `entityId` is the asset) or `failed` (`errorMessage`). */
export async function getUpload(client: ApiClient, id: UploadId): Promise<Upload> {
  const { upload } = await client.request(path(id), uploadResponseSchema);
  return upload;
}

function path(id: UploadId): string {
  return `uploads/${encodeURIComponent(id)}`;
}
