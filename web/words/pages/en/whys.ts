/**
 * Why a session did not happen, or times did not suit: one tap that nobody has to make. Read beside the answer by an
 * executive or an assistant, so that no word says what the hour is for.
 */
export const whysEn = {
  codes: {
    'full-week': 'A full week',
    travel: 'Travel',
    'not-now': 'Not now',
    'of-no-use': 'Of no use',
    'rather-not-say': 'Rather not say',
  },
  ask: 'Was there a reason? One tap, if you like.',
  readByManager: (manager: string) => `Only ${manager} reads it.`,
  readByBoth: (manager: string, executive: string) =>
    `${manager} and ${executive} can read it; “of no use” is for ${manager} only.`,
  noted: 'Noted. Thank you.',
  youSaid: (code: string) => `You said: ${code}.`,
  said: (name: string, code: string) => `${name} said: ${code}.`,
  again: 'Give another reason',
  askHeld: 'Why, if you know',
  askHeldHint: (manager: string) => `You do not have to answer. “Of no use” is read only by ${manager}.`,
  title: 'What got in the way',
  about: 'Each is one tap that nobody had to make. “Of no use” is shown only to you.',
  kinds: { 'not-held': 'It did not happen', 'not-suited': 'The times did not suit' },
  times: (code: string, count: number) => (count === 1 ? code : `${code} (${count})`),
}
