import type { ProgrammeId, SessionId } from '../../domain/ids.ts'
import type { RecordRows } from '../../storage/record/record.ts'

/**
 * What of the rows is about these programmes. Somebody whom programmes know by different addresses reads by each only what
 * those have that know him by it: the other may not be his.
 */
export function rowsWithin(
  rows: RecordRows,
  opens: (programmeId: ProgrammeId) => boolean,
  addresses: readonly string[],
): RecordRows {
  const met = rows.met.filter(({ programmeId }) => opens(programmeId))
  const pairs = rows.pairs.filter(({ programmeId }) => opens(programmeId))
  const [metIds, pairIds] = [new Set(met.map(({ id }) => id)), new Set(pairs.map(({ id }) => id))]
  const isMet = ({ sessionId }: { readonly sessionId: SessionId | null }) =>
    sessionId !== null && metIds.has(sessionId)
  const isHis = (address: string | null) => address !== null && addresses.includes(address)
  return {
    ...{ ...rows, met, pairs },
    member: rows.member.filter(({ programmeId }) => opens(programmeId)),
    serving: rows.serving.filter(({ programmeId }) => opens(programmeId)),
    invited: rows.invited.filter(isMet),
    logged: rows.logged.filter(isMet),
    agreed: rows.agreed.filter(isMet),
    asked: rows.asked.filter(isMet),
    proposed: rows.proposed.filter(isMet),
    answered: rows.answered.filter(isMet),
    mails: rows.mails.filter(isMet),
    came: rows.came.filter(isMet),
    held: rows.held.filter(isMet),
    wished: rows.wished.filter(({ pairingId }) => pairIds.has(pairingId)),
    said: rows.said.filter(({ pairingId }) => pairIds.has(pairingId)),
    refused: rows.refused.filter(({ address }) => isHis(address)),
    signedIn: rows.signedIn.filter(({ address }) => isHis(address)),
    feed: rows.feed && isHis(rows.feed.address) ? rows.feed : null,
    requests: rows.requests.filter(({ programmeId }) => opens(programmeId)),
    erased: rows.erased.filter(({ programmeId }) => opens(programmeId)),
    chose: rows.chose.filter(({ programmeId }) => opens(programmeId)),
  }
}
