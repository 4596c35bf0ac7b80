/** Creates the UUID of an intent; tests inject their own. */
export type CreateKey = () => string;

export const randomKey: CreateKey = () => crypto.randomUUID();
