import type { TextField } from '../../variables/field.js';

/** How the bytes of a file become the text of a field; `null`: the field takes no file. */
export type FileEncoding = 'base64' | 'dataUrl' | 'text' | null;

/** Variables travel together in one request, which has a limit of its own. */
const MOST_CHARACTERS = 200_000;

export function getFileEncoding(field: TextField): FileEncoding {
  const { format, contentEncoding, contentMediaType } = field;
  if (format === 'data-url') return 'dataUrl';
  if (contentEncoding === 'base64' || format === 'byte') return 'base64';
  if (contentEncoding !== undefined) return null;
  return contentMediaType === undefined ? null : 'text';
}

/** The most bytes that a file for the field may have. */
export function getMostBytes({ maxLength = MOST_CHARACTERS }: TextField, as: FileEncoding): number {
  const characters = Math.min(maxLength, MOST_CHARACTERS);
  return as === 'text' ? characters : Math.floor((characters * 3) / 4);
}

/** Reads a file as the text of a field. Rejects where the browser cannot read it. */
export async function readFile(file: File, as: FileEncoding): Promise<string> {
  if (as === 'text') return file.text();
  const url = await readDataUrl(file);
  const comma = url.indexOf(',');
  if (as === 'base64') return url.slice(comma + 1);
  const type = file.type || 'application/octet-stream';
  return `data:${type};name=${encodeURIComponent(file.name)};base64,${url.slice(comma + 1)}`;
}

function readDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : ''),
    );
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
}
