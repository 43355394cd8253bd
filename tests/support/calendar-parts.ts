/** All calendar parts of the mail. */
export function calendarIn(raw: string): string {
  return raw
    .split(/^--/m)
    .filter((part) => /Content-Type: (text\/calendar|application\/ics)/i.test(part))
    .map((part) =>
      /base64/i.test(part) ? atob(part.split(/\r?\n\r?\n/)[1]?.replaceAll(/\s/g, '') ?? '') : part,
    )
    .join('\n')
}
