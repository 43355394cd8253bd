import { CLOCK } from '../../worker/domain/decision.ts'
import type { Pairing } from '../../worker/domain/pairing/pairing.ts'
import type { Person } from '../../worker/domain/people/person.ts'
import type { Programme } from '../../worker/domain/programme/programme.ts'
import { pairingStep, personStep, programmeStep } from '../../worker/domain/step.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import type { Database, Platform, Statement } from '../../worker/platform.ts'
import { pairingStatements } from '../../worker/storage/pairing/write.ts'
import { storedReplyAddress } from '../../worker/storage/people/reply-address.ts'
import { personStatements } from '../../worker/storage/people/write.ts'
import { programmeStatements } from '../../worker/storage/programme/write.ts'

/** Plain rows for a test database, inserted without any rule. */
export async function insertPerson(
  { db, seal }: Pick<Platform, 'db' | 'seal'>,
  person: Person,
  at: Instant,
  { isOwner = false }: { readonly isOwner?: boolean } = {},
): Promise<readonly Statement[]> {
  const detail = { programme: 'prg_none' as const }
  const step = personStep(null, person, { code: 'person-added', detail, at, by: CLOCK })
  const reply = await storedReplyAddress({ seal }, person.id, person.replyAddress)
  return personStatements(db, { ...step, reply, ...(isOwner && { isOwner }) })
}

export function insertPairing(db: Database, pairing: Pairing, at: Instant): readonly Statement[] {
  const detail = { mentor: pairing.mentorId, executive: pairing.executiveId }
  return pairingStatements(db, pairingStep(null, pairing, { code: 'pairing-made', detail, at, by: CLOCK }))
}

export function insertProgramme(db: Database, programme: Programme, at: Instant): readonly Statement[] {
  const happening = { code: 'programme-opened', detail: {}, at, by: CLOCK } as const
  return programmeStatements(db, programmeStep(null, programme, happening))
}
