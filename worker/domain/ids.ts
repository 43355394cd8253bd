/** The prefix of an id says what it names, so that ids of two kinds cannot be confused. */
export type Prefix =
  | 'per'
  | 'prg'
  | 'pai'
  | 'ses'
  | 'off'
  | 'opt'
  | 'inv'
  | 'let'
  | 'lnk'
  | 'sgn'
  | 'out'
  | 'com'
  | 'ctr'
  | 'rcv'
  | 'req'
  | 'pln'
  | 'fmt'
  | 'trk'
  | 'kpt'
  | 'imp'
  | 'rpl'
  | 'key'
  | 'whk'
  | 'msg'

export type Id<P extends Prefix> = `${P}_${string}`
export type PersonId = Id<'per'>
export type ProgrammeId = Id<'prg'>
export type PairingId = Id<'pai'>
export type SessionId = Id<'ses'>
export type PlanId = Id<'pln'>
export type OfferId = Id<'off'>
export type OptionId = Id<'opt'>
export type InviteId = Id<'inv'>
export type LetterId = Id<'let'>
export type LinkId = Id<'lnk'>
export type SignInId = Id<'sgn'>
export type OutcomeId = Id<'out'>
export type CommitmentId = Id<'com'>
export type ProposalId = Id<'ctr'>
export type ReceivedId = Id<'rcv'>
export type FormatId = Id<'fmt'>
export type TrackId = Id<'trk'>
export type KeptFormId = Id<'kpt'>
export type ImportId = Id<'imp'>
export type ReportLinkId = Id<'rpl'>
export type KeyId = Id<'key'>
export type WebhookId = Id<'whk'>
export type MessageId = Id<'msg'>

/** Makes a new id. Rules receive this function, so that tests are repeatable. */
export type NewId = <P extends Prefix>(prefix: P) => Id<P>

/** So many random bytes, fit for a secret. */
export type Random = (bytes: number) => Uint8Array

/** Crockford base32 in lower case: safe in addresses, URLs and file names, and easy to read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_CHARACTERS = 26

/** 26 characters, 130 bits. `bytes` holds at least 26 random bytes. */
export function idFrom<P extends Prefix>(prefix: P, bytes: Uint8Array): Id<P> {
  return `${prefix}_${base32Of(bytes.subarray(0, ID_CHARACTERS))}`
}

/** Five bits a character. */
export function base32Of(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('')
}

/** Whether an id names this kind of thing. */
export function isOfKind<P extends Prefix>(prefix: P, id: Id<Prefix>): id is Id<P> {
  return id.startsWith(`${prefix}_`)
}

/** Whether an id made by a client has our form and at least 128 random bits. */
export function isId<P extends Prefix>(prefix: P, text: string): text is Id<P> {
  return text.startsWith(`${prefix}_`) && /^[0-9a-zA-Z_-]{22,60}$/.test(text.slice(prefix.length + 1))
}
