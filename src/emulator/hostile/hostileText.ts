/** 5,000 characters without a place to break the line. */
export const longText: string = 'Wildwood'.repeat(625);

/** Runs if it is put into a page as HTML: `globalThis.hostileRan` is then `true`. */
export const markup =
  '<img src=x onerror="globalThis.hostileRan=true"><script>globalThis.hostileRan=true</script>';

/** Arabic, with a right-to-left override that would turn round what follows it. */
export const rightToLeft = 'متجر الأمل \u202Egnp.exe';

/** A time that is none. */
export const noDate = '2026-13-45T99:99:99Z';
