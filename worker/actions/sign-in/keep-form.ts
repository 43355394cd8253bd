import type { KeptFormId, PersonId } from '../../domain/ids.ts'
import { MAX_KEPT_FORM_OCTETS } from '../../domain/limits.ts'
import type { Platform } from '../../platform.ts'
import { inOneBatch } from '../../storage/batch.ts'
import { findKeptForm, insertKeptForm } from '../../storage/sign-in/kept-form.ts'

/** A form as it was sent: where to, and all values of each field. */
export type SentForm = {
  readonly action: string
  readonly fields: Readonly<Record<string, readonly string[]>>
}

/** Keeps a form that was not done, for its sender alone. Null if it is too large. */
export async function keepForm(
  platform: Platform,
  form: SentForm,
  personId: PersonId,
): Promise<KeptFormId | null> {
  const octets = new TextEncoder().encode(JSON.stringify(form))
  if (octets.length > MAX_KEPT_FORM_OCTETS) return null
  const { db, newId, now, random } = platform
  const id = newId('kpt')
  const iv = random(IV_OCTETS)
  const cipher = { name: 'AES-GCM', iv, additionalData: boundTo(id, personId) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(cipher, await newestKey(platform, id), octets))
  const row = { id, personId, keptAt: now(), sealed: `${base64Of(iv)}.${base64Of(sealed)}` }
  const kept = await inOneBatch(db, insertKeptForm(db, row))
  return kept.ok ? id : null
}

/** The form that was kept for this person; null if it is somebody else's, too old, or sealed with another secret. */
export async function openKeptForm(
  platform: Platform,
  id: KeptFormId,
  personId: PersonId,
): Promise<SentForm | null> {
  const row = await findKeptForm(platform.db, { id, personId, now: platform.now() })
  const [iv = '', sealed = ''] = row?.sealed.split('.') ?? []
  if (!row) return null
  const cipher = { name: 'AES-GCM', iv: octetsOf(iv), additionalData: boundTo(id, personId) }
  for (const signature of await platform.signatures(keyText(id))) {
    const octets = await crypto.subtle
      .decrypt(cipher, await keyFrom(signature), octetsOf(sealed))
      .catch(() => null)
    if (octets) return JSON.parse(new TextDecoder().decode(octets))
  }
  return null
}

const IV_OCTETS = 12

/** A key of its own for each form, from the installation's secret. */
async function newestKey({ sign }: Platform, id: KeptFormId): Promise<CryptoKey> {
  return keyFrom(await sign(keyText(id)))
}

function keyText(id: KeptFormId): string {
  return `kept-form:${id}`
}

async function keyFrom(signature: string): Promise<CryptoKey> {
  const octets = octetsOf(signature.replaceAll('-', '+').replaceAll('_', '/'))
  return crypto.subtle.importKey('raw', octets, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function boundTo(id: KeptFormId, personId: PersonId): Uint8Array {
  return new TextEncoder().encode(`kept_forms ${id} ${personId}`)
}

function base64Of(octets: Uint8Array): string {
  return btoa(Array.from(octets, (octet) => String.fromCharCode(octet)).join(''))
}

function octetsOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}
