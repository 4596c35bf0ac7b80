import type { ReactNode } from 'react';
import type { DescriptionNode } from './descriptionNode.js';

interface DescriptionProps {
  readonly nodes: readonly DescriptionNode[];
}

/** Draws the little markup of a text of the schema's author. */
export function Description({ nodes }: DescriptionProps): ReactNode {
  return nodes.map(toElement);
}

function toElement(node: DescriptionNode, index: number): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return <br key={index} />;
    case 'code':
      return (
        <code key={index} className="onb-code" dir="ltr">
          {node.text}
        </code>
      );
    case 'bold':
      return <strong key={index}>{node.children.map(toElement)}</strong>;
    case 'list':
      return <ul key={index}>{node.children.map(toElement)}</ul>;
    case 'item':
      return <li key={index}>{node.children.map(toElement)}</li>;
    case 'link':
      return (
        <a key={index} href={node.href} target="_blank" rel="noopener noreferrer">
          {node.children.map(toElement)}
        </a>
      );
  }
}
