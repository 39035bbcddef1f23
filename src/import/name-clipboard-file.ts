/** Browsers call every picture copied from a page by one of these names. */
const NAMELESS = /^(image|blob|unknown)?(\.\w+)?$/i;

/**
 * Gives a pasted picture a name of its own ("Pasted 2026-11-21 04.06.49.png", then "… 2"), where the browser's says
 * nothing; a file copied from a folder keeps its name.
 */
export function nameClipboardFile(file: File, now: Date, index: number): File {
  if (!NAMELESS.test(file.name)) return file;
  const extension = /\.\w+$/.exec(file.name)?.[0] ?? extensionOf(file.type);
  const number = index === 0 ? '' : ` ${index + 1}`;
  return new File([file], `Pasted ${stamp(now)}${number}${extension}`, { type: file.type });
}

/** Local date and time with dots, because a colon is no character of a file name on Windows. */
function stamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${date} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

function extensionOf(type: string): string {
  const sub = /^image\/([a-z0-9]+)/.exec(type)?.[1];
  return sub === undefined ? '' : `.${sub === 'jpeg' ? 'jpg' : sub}`;
}
