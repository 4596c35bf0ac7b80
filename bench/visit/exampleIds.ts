/** Ids of the example data that pages need: its own module would bring the whole emulator along. */
export const exampleIds = {
  environmentId: '01JEXAMP1E000000ENV0000001',
  templateIds: ['01JEXAMP1E000000TMP0000001', '01JEXAMP1E000000TMP0000002'],
} as const;
