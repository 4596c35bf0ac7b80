import type { ReactNode } from 'react';
import type { TextField } from '../../variables/field.js';
import { useLazyModule } from '../parts/LazyBoundary.js';
import { lazyControls } from './lazyControls.js';
import type { TextAidProps } from './TextAid.js';

/** Whether the browser has a way of its own to give a text: a picker of times, or a file. */
export function hasTextAid({ format, contentEncoding, contentMediaType }: TextField): boolean {
  if (contentEncoding !== undefined) return contentEncoding === 'base64';
  return contentMediaType !== undefined || /^(?:date|time|date-time|data-url|byte)$/.test(format);
}

/** Loads what only some forms need. Without it the text is typed. */
export function LazyTextAid(props: TextAidProps): ReactNode {
  const state = useLazyModule(lazyControls);
  if (state.status !== 'ready') return null;
  return <state.module.TextAid {...props} />;
}
