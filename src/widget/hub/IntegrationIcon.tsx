import { useEffect, useRef, useState, type ReactNode } from 'react';

interface IntegrationIconProps {
  readonly name: string;
  readonly url: string | undefined;
}

/** The host's icon; the first letter where there is none, or where it cannot be shown. */
export function IntegrationIcon({ name, url }: IntegrationIconProps): ReactNode {
  const image = useRef<HTMLImageElement>(null);
  const [failedUrl, setFailedUrl] = useState<string | null>(null);

  // A policy blocks it before React listens, where a server has rendered the page.
  useEffect(() => {
    const { complete, naturalWidth } = image.current ?? {};
    if (complete === true && naturalWidth === 0 && url !== undefined) setFailedUrl(url);
  }, [url]);

  const hasImage = url !== undefined && url !== failedUrl;
  return (
    <span className="onb-tile onb-hub-icon" aria-hidden="true">
      {hasImage ? (
        <img
          ref={image}
          src={url}
          alt=""
          width={36}
          height={36}
          decoding="async"
          onError={() => setFailedUrl(url)}
        />
      ) : (
        /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase()
      )}
    </span>
  );
}
