import type { ProposalId } from '../../domain/ids.ts'
import { mayTakeBack } from '../../domain/session/withdraw-proposal.ts'
import type { Opened } from './link.ts'

/** The proposal that this reader may take back; null: there is none, or it did not come from a page. */
export function takenBackBy({ situation, reader }: Pick<Opened, 'situation' | 'reader'>): ProposalId | null {
  const { proposals } = situation.session
  return proposals.findLast((each) => mayTakeBack(situation, each, reader.id))?.id ?? null
}
