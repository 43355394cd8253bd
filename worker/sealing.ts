import { base64urlOf } from './base64url.ts'
import { accept, refuse, type Result } from './domain/result.ts'
import { type Keyring, readKeyring, type SealingKey } from './domain/seal/keyring.ts'
import { readSealed, type SealedPlace, type Unopened, writeSealed } from './domain/seal/sealed.ts'

/** Seals and opens words that the database keeps: AES-256-GCM, bound to table, row and column. */
export type Sealing = {
  /** The id of the key that seals now. */
  readonly sealsWith: string
  readonly seal: (place: SealedPlace, text: string) => Promise<string>
  readonly open: (place: SealedPlace, sealed: string) => Promise<Result<string, Unopened>>
}

/** 96 bits at random, NIST SP 800-38D §8.2.2. */
const IV_OCTETS = 12

/** Throws where the settings hold no keyring: production has refused to start before. */
export function sealingOf(settings: string | undefined): Sealing {
  const read = readKeyring(settings)
  if (!read.ok) throw new Error(`SEALING_KEYS: ${read.refusal}`)
  const keyring: Keyring = read.value
  const [newest] = keyring
  return {
    sealsWith: newest.id,
    seal: (place, text) => sealWith(newest, place, text),
    open: (place, sealed) => openWith(keyring, place, sealed),
  }
}

async function sealWith(key: SealingKey, place: SealedPlace, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_OCTETS))
  const sealed = await crypto.subtle.encrypt(cipherOf(iv, place), await imported(key), encoder.encode(text))
  const octets = new Uint8Array(IV_OCTETS + sealed.byteLength)
  octets.set(iv)
  octets.set(new Uint8Array(sealed), IV_OCTETS)
  return writeSealed(key.id, base64urlOf(octets))
}

async function openWith(
  keyring: Keyring,
  place: SealedPlace,
  sealed: string,
): Promise<Result<string, Unopened>> {
  const read = readSealed(sealed)
  if (!read) return refuse({ reason: 'not-sealed', keyId: null })
  const { keyId } = read
  const key = keyring.find(({ id }) => id === keyId)
  if (!key) return refuse({ reason: 'unknown-key', keyId })
  try {
    const octets = octetsOf(read.octets)
    const cipher = cipherOf(octets.subarray(0, IV_OCTETS), place)
    const text = await crypto.subtle.decrypt(cipher, await imported(key), octets.subarray(IV_OCTETS))
    return accept(decoder.decode(text))
  } catch {
    return refuse({ reason: 'not-sealed-here', keyId })
  }
}

function cipherOf(iv: Uint8Array<ArrayBuffer>, { table, row, column }: SealedPlace) {
  return { name: 'AES-GCM', iv, additionalData: encoder.encode(JSON.stringify([table, row, column])) }
}

/** Each key is imported once. */
type ImportedKey = ReturnType<typeof crypto.subtle.importKey>
const keys = new Map<string, ImportedKey>()

function imported({ base64 }: SealingKey): ImportedKey {
  const known = keys.get(base64)
  if (known) return known
  const key = crypto.subtle.importKey('raw', octetsOf(base64), 'AES-GCM', false, ['encrypt', 'decrypt'])
  keys.set(base64, key)
  return key
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

function octetsOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
