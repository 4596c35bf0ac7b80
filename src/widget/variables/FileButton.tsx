import { useRef, useState, type ReactNode } from 'react';
import type { TextField } from '../../variables/field.js';
import { Button } from '../parts/Button.js';
import { getMostBytes, readFile, type FileEncoding } from './fileText.js';
import { useVariables } from './VariablesContext.js';

interface FileButtonProps {
  readonly field: TextField;
  readonly encoding: FileEncoding;
  readonly label: string;
  readonly onText: (text: string) => void;
}

/** Fills a text from a file, in the encoding that the schema asks for; the text stays editable. */
export function FileButton({ field, encoding, label, onText }: FileButtonProps): ReactNode {
  const { part, t } = useVariables();
  const input = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState('');
  const mostBytes = getMostBytes(field, encoding);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    if (file.size > mostBytes) {
      const limit = Math.max(1, Math.floor(mostBytes / 1000));
      return setMessage(t('field.fileTooLarge', { name: file.name, limit }));
    }
    try {
      onText(await readFile(file, encoding));
      setMessage(t('field.fileTaken', { name: file.name }));
    } catch {
      setMessage(t('field.fileFailed', { name: file.name }));
    }
  }

  return (
    <>
      <Button
        variant="quiet"
        part="choose-file"
        aria-label={t('field.chooseFileFor', { name: label })}
        onClick={() => input.current?.click()}
      >
        {t('field.chooseFile')}
      </Button>
      <input
        ref={input}
        className="onb-visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={t('field.chooseFileFor', { name: label })}
        accept={field.contentMediaType}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          // The same file may be chosen again after it was changed.
          target.value = '';
        }}
      />
      <p {...part('note')} role="status" dir="auto">
        {message}
      </p>
    </>
  );
}
