import { accept, refuse, type Result } from '../result.ts'

/** One value of `SECRET`. A plain one has no id. */
export type SigningSecret = { readonly id: string | null; readonly value: string }

/** The first signs, all verify. */
export type SigningSecrets = readonly [SigningSecret, ...SigningSecret[]]

const ENTRY = /^(?<id>[a-z0-9][a-z0-9-]{0,31})=(?<value>[^,]+)$/

/**
 * Reads `SECRET`: one value as it is, or `<id>=<value>` separated by commas, the newest first. What was a plain value
 * before stays valid under any id: `k2=<new>,k1=<plain>`.
 */
export function readSecrets(
  text: string | undefined,
): Result<SigningSecrets, 'missing' | 'malformed' | 'repeated'> {
  if (text === undefined || text.trim() === '') return refuse('missing')
  const read = text.split(',').map((each) => entryIn(each.trim()))
  if (read.every((each) => each === null)) return accept([{ id: null, value: text }])
  const [first, ...others] = read
  if (!first || !others.every((each) => each !== null)) return refuse('malformed')
  const secrets: SigningSecrets = [first, ...others]
  const isRepeated = (['id', 'value'] as const).some(
    (field) => new Set(secrets.map((each) => each[field])).size < secrets.length,
  )
  return isRepeated ? refuse('repeated') : accept(secrets)
}

function entryIn(entry: string): SigningSecret | null {
  const { id, value } = ENTRY.exec(entry)?.groups ?? {}
  return id === undefined || value === undefined ? null : { id, value }
}
