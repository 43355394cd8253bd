import { KEPT_MS } from '../clock/retention.ts'
import type { PersonId } from '../ids.ts'
import type { Instant } from '../time/time.ts'

/** SHA-256 of a text, in base64url. */
export type Hash = (text: string) => Promise<string>

/** One line of the log of access. */
export type Look = {
  readonly id: number
  readonly at: Instant
  readonly actorId: PersonId
  readonly role: string
  readonly subjectId: PersonId
  readonly route: string
}

/** A line as it stands in the database, where somebody may have written an id that is none. */
export type StoredLook = Omit<Look, 'actorId' | 'subjectId'> & {
  readonly actorId: string
  readonly subjectId: string
}

/**
 * What the head of a seal is made of, for each line: `row` hashes all of it, `tag` only whose record was opened. Whoever
 * knows his own id can tell his lines from those of others, and reads nothing of the others.
 */
export type Leaf = { readonly id: number; readonly tag: string; readonly row: string }

/** A seal, with all lines that it covers: the reader's in full, of others the leaves. Null: they cannot be shown so. */
export type SealedPart = {
  /** The end of the seal before; 0 for the first. */
  readonly above: number
  readonly upToId: number
  readonly at: Instant
  /** The head of the seal before; empty for the first. */
  readonly before: string
  readonly head: string
  readonly lines: readonly (Look | Leaf)[] | null
}

/** What somebody keeps in order to notice that the log was changed. */
export type Proof = {
  readonly madeAt: Instant
  readonly subjectId: PersonId
  /** Lines up to this id were deleted by rule. */
  readonly purgedUpTo: number
  /** The oldest first. */
  readonly parts: readonly SealedPart[]
  /** His lines since the last seal. */
  readonly unsealed: readonly Look[]
}

export type ProofFault = {
  readonly fault:
    | 'head-does-not-fit'
    | 'chain-is-broken'
    | 'line-is-hidden'
    | 'seal-changed'
    | 'seal-gone'
    | 'line-changed'
    | 'line-gone'
    | 'gone-too-early'
  /** The last line of the seal, or the line. */
  readonly id: number
}

export async function leafOf(look: StoredLook, hash: Hash): Promise<Leaf> {
  const { id, at, actorId, role, subjectId, route } = look
  const row = await hash(JSON.stringify([id, at, actorId, role, subjectId, route]))
  return { id, tag: await tagOf(id, subjectId, hash), row }
}

/** Differs from line to line, so that nobody sees which lines are about the same person. */
function tagOf(id: number, subjectId: string, hash: Hash): Promise<string> {
  return hash(JSON.stringify([id, subjectId]))
}

export function headOfLeaves(before: string, leaves: readonly Leaf[], hash: Hash): Promise<string> {
  return hash(JSON.stringify([before, ...leaves.map(({ id, tag, row }) => [id, tag, row])]))
}

/** Whether the file is true in itself: each head is that of its lines, the seals follow, and none of his lines is hidden. */
export async function verifyProof(proof: Proof, hash: Hash): Promise<readonly ProofFault[]> {
  const faults = await Promise.all(proof.parts.map((part) => faultsOfPart(part, proof.subjectId, hash)))
  const broken = proof.parts.flatMap(({ before, upToId }, index): readonly ProofFault[] => {
    const last = proof.parts[index - 1]
    return last && last.head !== before ? [{ fault: 'chain-is-broken', id: upToId }] : []
  })
  return [...faults.flat(), ...broken]
}

async function faultsOfPart(
  { before, head, upToId, lines }: SealedPart,
  subjectId: PersonId,
  hash: Hash,
): Promise<readonly ProofFault[]> {
  if (lines === null) return []
  const leaves = await Promise.all(lines.map(async (each) => (isOpen(each) ? leafOf(each, hash) : each)))
  const fits = (await headOfLeaves(before, leaves, hash)) === head
  const hidden = await Promise.all(
    lines.map(async (each): Promise<readonly ProofFault[]> => {
      const isHis = !isOpen(each) && each.tag === (await tagOf(each.id, subjectId, hash))
      return isHis ? [{ fault: 'line-is-hidden', id: each.id }] : []
    }),
  )
  return [...(fits ? [] : [{ fault: 'head-does-not-fit', id: upToId } as const]), ...hidden.flat()]
}

/**
 * What of an older file is not true any more by a newer one. What was deleted by rule meanwhile, or lies before the newer
 * file begins, says nothing; but no rule deletes what is younger than it says, and the newer file goes on from the seal
 * before it.
 */
export async function compareProofs(older: Proof, newer: Proof, hash: Hash): Promise<readonly ProofFault[]> {
  const begin = beginOf(newer)
  const isTooYoung = ({ at }: { readonly at: Instant }) => newer.madeAt - at < KEPT_MS.accessLog
  const early = [...older.parts.map(({ upToId, at }) => ({ id: upToId, at })), ...linesOf(older)].flatMap(
    (each): readonly ProofFault[] =>
      each.id <= newer.purgedUpTo && isTooYoung(each) ? [{ fault: 'gone-too-early', id: each.id }] : [],
  )
  const sealed = older.parts.flatMap(({ upToId, head }): readonly ProofFault[] => {
    const [first] = newer.parts
    if (upToId === first?.above && upToId > newer.purgedUpTo)
      return first.before === head ? [] : [{ fault: 'seal-changed', id: upToId }]
    if (upToId <= begin) return []
    const now = newer.parts.find((each) => each.upToId === upToId)
    if (!now) return [{ fault: 'seal-gone', id: upToId }]
    return now.head === head ? [] : [{ fault: 'seal-changed', id: upToId }]
  })
  const lines = new Map(linesOf(newer).map((each) => [each.id, JSON.stringify(inOrder(each))]))
  const kept = linesOf(older).flatMap((each): readonly ProofFault[] => {
    if (each.id <= begin) return []
    const now = lines.get(each.id)
    if (now === undefined) return [{ fault: 'line-gone', id: each.id }]
    return now === JSON.stringify(inOrder(each)) ? [] : [{ fault: 'line-changed', id: each.id }]
  })
  return [...(await verifyProof(newer, hash)), ...early, ...sealed, ...kept]
}

/** Up to which line a file cannot be compared with an older one: 0, unless it begins after that one ends. */
export function notComparedUpTo(older: Proof, newer: Proof): number {
  const last = Math.max(0, older.parts.at(-1)?.upToId ?? 0, ...linesOf(older).map(({ id }) => id))
  const begin = newer.parts[0]?.above ?? 0
  return begin > newer.purgedUpTo && last < begin ? begin : 0
}

function beginOf({ purgedUpTo, parts }: Proof): number {
  return Math.max(purgedUpTo, parts[0]?.above ?? 0)
}

/** All of his lines that a file holds. */
export function linesOf({ parts, unsealed }: Proof): readonly Look[] {
  return [...parts.flatMap(({ lines }) => (lines ?? []).filter(isOpen)), ...unsealed]
}

export function isOpen(line: Look | Leaf): line is Look {
  return 'subjectId' in line
}

function inOrder({ id, at, actorId, role, subjectId, route }: Look) {
  return [id, at, actorId, role, subjectId, route]
}

/** A head as somebody keeps it elsewhere, and as `npm run audit:verify -- --head` takes it. */
export function keptHead({ head, upToId }: { readonly head: string; readonly upToId: number }): string {
  return `${head}@${upToId}`
}
