import { createContext, useContext } from 'react';
import type { FlowOptions } from './FlowOptions.js';

export const FlowOptionsContext: React.Context<FlowOptions | null> =
  createContext<FlowOptions | null>(null);

/** The host's options for the part of the widget around. */
export function useFlowOptions(): FlowOptions {
  const options = useContext(FlowOptionsContext);
  if (options === null) {
    throw new Error(
      'A part of the widget was rendered outside of <WidgetRoot>, so it does not know the options of its host.',
    );
  }
  return options;
}
