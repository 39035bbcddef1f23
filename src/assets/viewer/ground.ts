import { readStoredText, writeStoredText } from '~/ui/stored-text';

const GROUNDS = ['plain', 'checker', 'black', 'white'] as const;
/** What stands behind a transparent picture. */
export type Ground = (typeof GROUNDS)[number];

export const GROUND_CLASS: Record<Ground, string> = {
  plain: '',
  checker: 'bg-white bg-[repeating-conic-gradient(#c8c8c8_0_25%,#fff_0_50%)] bg-size-[16px_16px]',
  black: 'bg-[#000]',
  white: 'bg-[#fff]',
};

const TRANSPARENT = new Set(['image/png', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml']);

/** Whether pictures of this type can be seen through. */
export function mayBeTransparent(mimeType: string): boolean {
  return TRANSPARENT.has(mimeType);
}

const STORED = 'vitrine:ground';

export function storedGround(): Ground {
  const stored = readStoredText(STORED);
  return GROUNDS.find((ground) => ground === stored) ?? 'plain';
}

export function storeGround(ground: Ground): void {
  writeStoredText(STORED, ground);
}
