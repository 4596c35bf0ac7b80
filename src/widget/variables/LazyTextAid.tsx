import type { ReactNode } from 'react';
import type { TextField } from '../../variables/field.js';
import { useLazyModule } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import type { TextAidProps } from './textAids.js';

const textAids = lazyModule(() => import('./textAids.js'));

/** Whether the browser has a way of its own to give a text: a picker of times, or a file. */
export function hasTextAid({ format, contentEncoding, contentMediaType }: TextField): boolean {
  if (contentEncoding !== undefined) return contentEncoding === 'base64';
  return contentMediaType !== undefined || /^(?:date|time|date-time|data-url|byte)$/.test(format);
}

/** Loads what only some forms need. Without it the text is typed. */
export function LazyTextAid(props: TextAidProps): ReactNode {
  const state = useLazyModule(textAids);
  if (state.status !== 'ready') return null;
  return <state.module.TextAid {...props} />;
}
