import { accept, refuse, type Result } from '../result.ts'

/** One key of AES-256, as it is written in the settings, and the id by which a sealed value names it. */
export type SealingKey = { readonly id: string; readonly base64: string }

/** The first seals, all open. */
export type Keyring = readonly [SealingKey, ...SealingKey[]]

type KeyringProblem = 'missing' | 'malformed' | 'repeated'

const KEY_ID = '[a-z0-9][a-z0-9-]{0,31}'
/** 32 octets: the last character carries two bits that must be zero. */
const KEY = '[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]='
const ENTRY = new RegExp(`^(?<id>${KEY_ID})=(?<base64>${KEY})$`)

/** Reads `SEALING_KEYS`: `<id>=<base64 of 32 octets>`, separated by commas, the newest first. */
export function readKeyring(text: string | undefined): Result<Keyring, KeyringProblem> {
  const entries = (text ?? '').trim()
  if (entries === '') return refuse('missing')
  const [first, ...others] = entries.split(',').map((entry) => keyIn(entry.trim()))
  if (!first || !others.every((each) => each !== null)) return refuse('malformed')
  const keyring: Keyring = [first, ...others]
  if (new Set(keyring.map(({ id }) => id)).size < keyring.length) return refuse('repeated')
  return accept(keyring)
}

function keyIn(entry: string): SealingKey | null {
  const { id, base64 } = ENTRY.exec(entry)?.groups ?? {}
  // A key of one repeated character is somebody's placeholder.
  if (id === undefined || base64 === undefined || /^(.)\1{41}/.test(base64)) return null
  return { id, base64 }
}
