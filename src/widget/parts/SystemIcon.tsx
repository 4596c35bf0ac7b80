import { useEffect, useRef, useState, type ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { toHue, toInitials } from './initials.js';

interface SystemIconProps {
  readonly name: string;
  readonly url: string | undefined;
  /** Default: beside two lines of text. */
  readonly size?: 'small' | 'large' | undefined;
}

/** The host's icon of an integration or a system; initials where there is none, or it cannot be shown. */
export function SystemIcon({ name, url, size }: SystemIconProps): ReactNode {
  const part = usePart();
  const image = useRef<HTMLImageElement>(null);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);

  // A policy blocks it before React listens, where a server has rendered the page.
  useEffect(() => {
    const { complete, naturalWidth } = image.current ?? {};
    if (complete === true && naturalWidth === 0 && url !== undefined) setFailedUrl(url);
  }, [url]);

  const hasImage = url !== undefined && url !== failedUrl;
  return (
    <span
      {...part('tile', hasImage ? 'image' : 'initials')}
      data-size={size}
      data-hue={hasImage ? undefined : toHue(name)}
      data-initials={hasImage ? undefined : toInitials(name)}
      aria-hidden="true"
    >
      {hasImage && (
        <img
          ref={image}
          src={url}
          alt=""
          width={36}
          height={36}
          decoding="async"
          onError={() => setFailedUrl(url)}
        />
      )}
    </span>
  );
}
