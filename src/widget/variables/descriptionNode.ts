/** A part of a description that may be drawn; everything else of its source is text. */
export type DescriptionNode =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'bold' | 'list' | 'item'; readonly children: readonly DescriptionNode[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly DescriptionNode[] };
