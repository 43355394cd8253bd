import type { OwnList } from '../../../worker/domain/letter/letter.ts'
import { type Day, MINUTE } from '../../../worker/domain/time/time.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { formatDay } from '../../words/moments.ts'
import type { PageWords } from '../../words/pages/en.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { quoted } from '../../words/punctuation.ts'

export type OwnListData = { readonly list: OwnList; readonly keptUntil: Day }

type Props = OwnListData & { readonly frame: PageFrame; readonly managerName: string }

/** An executive's own list from a closed programme, available until the purge. */
export function OwnListPart({ list: { held, commitments, stage }, keptUntil, managerName, frame }: Props) {
  const words = wordsFor(frame)
  const { own } = words
  return (
    <>
      <section>
        <h2>{own.listMet}</h2>
        {held.length === 0 ? <p class="soft">{own.listNever}</p> : null}
        <ul>
          {held.map(({ start, end }) => (
            <li>{own.listMinutes(formatDay(start, frame), Math.round((end - start) / MINUTE))}</li>
          ))}
        </ul>
      </section>
      {commitments.length > 0 ? (
        <section>
          <h2>{own.listMeant}</h2>
          <ul>
            {commitments.map((each) => (
              <li>
                {quoted(each.words, frame.locale)}
                <br />
                <span class="soft">{howItWent(each, words.own)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {stage === 'curious' ? null : <p>{words.pairings.stage(words.logging.evidences[stage])}</p>}
      <p class="soft">{own.listKept(formatDay(keptUntil, frame), managerName)}</p>
    </>
  )
}

/** His own word, and what was seen. */
function howItWent(
  { done, saidDone = null }: OwnList['commitments'][number],
  { listDone, listSaid, listSeen }: PageWords['own'],
): string {
  if (!saidDone) return listDone[done ?? 'unknown']
  return [listSaid[saidDone], ...(done ? [listSeen[done]] : [])].join(' · ')
}
