import type { ReactNode } from 'react';
import type { TextField } from '../../variables/field.js';
import { FileButton } from './FileButton.js';
import { getFileEncoding } from './fileText.js';
import { isPickedFormat } from './nativeTimes.js';
import { TimePicker } from './TimePicker.js';

export interface TextAidProps {
  readonly field: TextField;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The browser's own way to give a text: a picker of times, or a file. */
export function TextAid(props: TextAidProps): ReactNode {
  const { format } = props.field;
  if (isPickedFormat(format)) return <TimePicker {...props} format={format} />;
  return <FileButton {...props} encoding={getFileEncoding(props.field)} />;
}
