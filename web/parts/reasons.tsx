import type { RankReason } from '../../worker/domain/slot/ranking.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

type Props = { readonly reasons: readonly RankReason[]; readonly frame: PageFrame }

/** Why a time is proposed, in a quiet line. */
export function Reasons({ reasons, frame }: Props) {
  const { plans } = wordsFor(frame)
  const said = reasons.map((reason) => plans.reasons[reason])
  return <span class="soft reasons">{said.length > 0 ? said.join(', ') : plans.noReason}</span>
}
