/** Fields in which people write several lines, as in the API; a text in all others is one line. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['prompts', 'do', 'prepare', 'sign', 'carryOn', 'text', 'executiveText'],
  ...['managersNote', 'note', 'words', 'forbiddenWords', 'allowedWords', 'rule-links'],
])
/** Materials of a track, for each step. */
const OF_STEPS = /^(?:own-)?text-\d{1,2}$/
/** A reason is one line, but for the one with which a log is corrected. */
const CORRECTION = /^\/sessions\/[^/]+\/correction$/

export function hasSeveralLines(path: string, field: string): boolean {
  return FIELDS.has(field) || OF_STEPS.test(field) || (field === 'reason' && CORRECTION.test(path))
}
