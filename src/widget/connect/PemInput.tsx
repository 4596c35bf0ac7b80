import { useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import type { RenderVariableProps } from '../options/renderVariable.js';
import { RevealButton } from '../variables/RevealButton.js';
import { usePart } from '../root/part.js';
import { useConnectText } from './connectText.js';
import { extractPem, type PemKind } from './pem.js';

/** More than any chain of certificates; a file beyond that is something else. */
const LARGEST_FILE = 256 * 1024;

interface PemInputProps extends RenderVariableProps {
  readonly kind: PemKind;
}

/** Takes a PEM text as it is pasted, dropped as a file, or chosen; reads the file in the page. */
export function PemInput(props: PemInputProps): ReactNode {
  const { kind, field, id, label, describedBy, value, error, onChange, onBlur } = props;
  const part = usePart();
  const { t } = useConnectText();
  const [isRevealed, setRevealed] = useState(!field.secret);
  const [isRefused, setRefused] = useState(false);
  const noteId = `${id}-pem`;

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const text = file.size > LARGEST_FILE ? '' : await file.text().catch(() => '');
    const blocks = extractPem(text, kind);
    setRefused(blocks === null);
    if (blocks !== null) onChange(blocks);
  }

  function onDrop(event: DragEvent): void {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void read(file);
  }

  function onFile({ target }: ChangeEvent<HTMLInputElement>): void {
    void read(target.files?.[0]);
    // The same file may be chosen again once it is mended.
    target.value = '';
  }

  return (
    <div {...part('pem')} onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
      <textarea
        {...part('input', isRevealed ? undefined : 'masked')}
        id={id}
        rows={4}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typeof value === 'string' ? value : ''}
        aria-required="true"
        aria-invalid={error !== undefined || isRefused}
        aria-describedby={[describedBy, noteId].filter(Boolean).join(' ')}
        onChange={({ target }) => {
          setRefused(false);
          onChange(target.value === '' ? undefined : target.value);
        }}
        onBlur={onBlur}
      />
      <div className="onb-pem-actions">
        <label {...part('pem-file')}>
          <input
            type="file"
            form=""
            aria-label={t('connect.pem.fileOf', { name: label })}
            onChange={onFile}
          />
          <span aria-hidden="true">{t('connect.pem.file')}</span>
        </label>
        {field.secret && (
          <RevealButton
            label={label}
            isRevealed={isRevealed}
            onToggle={() => setRevealed(!isRevealed)}
          />
        )}
        <span className="onb-pem-note" id={noteId}>
          {t('connect.pem')}
        </span>
      </div>
      {isRefused && (
        <p {...part('error')} role="alert">
          {t(`connect.pem.${kind}`)}
        </p>
      )}
    </div>
  );
}
