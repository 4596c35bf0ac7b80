/** An HTML page; `body` is markup of our own. */
export function toPageResponse(body: string, openerPolicy: string | null, status = 200): Response {
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // Whatever policy the server in front has for its own pages.
    'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'",
  });
  if (openerPolicy !== null) headers.set('cross-origin-opener-policy', openerPolicy);
  return new Response(toDocument(body), { status, headers });
}

function toDocument(body: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Pretended provider</title>
  </head>
  <body>
    <main>
${body}
    </main>
  </body>
</html>
`;
}
