import { lookRouteOf } from '../../../worker/domain/record/look-route.ts'
import type { RecordHead } from '../../../worker/domain/record/record.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { LongList } from './long-list.tsx'
import type { RecordData } from './record-data.ts'

/** Who opened a page about him, and the head of the log, by which he finds out alone that it was changed. */
export function LookedPart({ frame, record, door }: RecordData) {
  const words = wordsFor(frame).record
  const { whoLooked } = record
  return (
    <section id="looked">
      <h2>{words.looked}</h2>
      <p class="soft">{words.lookedAbout}</p>
      {whoLooked.length === 0 ? <p>{words.nobodyLooked}</p> : null}
      <LongList
        frame={frame}
        lines={whoLooked.map(({ id, at, who, route }) => {
          const known = lookRouteOf(route)
          return (
            <li>
              <strong>{who || words.anOwner}</strong> · {known ? words.routes[known] : words.otherRoute}
              <br />
              <span class="soft">
                {momentWithZone(at, frame)} · {words.line(id)}
              </span>
            </li>
          )
        })}
      />
      {door?.earlierHref ? (
        <p>
          <a href={door.earlierHref}>{words.earlier}</a>
        </p>
      ) : null}
      <SealPart frame={frame} record={record} door={door} />
    </section>
  )
}

/** By which he finds out alone that the log was changed. */
function SealPart({ frame, record: { head, earlierHeads }, door }: Omit<RecordData, 'form'>) {
  const words = wordsFor(frame).record
  if (!head) return <p class="soft">{words.noHead}</p>
  return (
    <>
      <h3 id="seal">{words.head}</h3>
      <p class="soft">{words.headAbout}</p>
      <Seal head={head} frame={frame} />
      <Checked heads={[head, ...earlierHeads]} frame={frame} door={door} />
      <ol class="told">
        {words.headSteps.map((each) => (
          <li>{each}</li>
        ))}
      </ol>
      {door ? (
        <p>
          <a href={door.fileHref('head')}>{words.headFile}</a>
        </p>
      ) : null}
      <p class="soft">{words.headMore}</p>
      {earlierHeads.length > 0 ? (
        <details class="quietly">
          <summary>{words.earlierHeads}</summary>
          {earlierHeads.map((each) => (
            <Seal head={each} frame={frame} />
          ))}
        </details>
      ) : null}
    </>
  )
}

type CheckedProps = {
  readonly heads: readonly RecordHead[]
  readonly frame: PageFrame
  readonly door: RecordData['door']
}

/** The seals as the lines that stand there now give them: a seal that was only stored would stay the same for ever. */
function Checked({ heads, frame, door }: CheckedProps) {
  const words = wordsFor(frame).record
  const changed = heads.filter(({ isSame }) => isSame === false)
  const same = heads.filter(({ isSame }) => isSame === true)
  return (
    <>
      {changed.map(({ upToId }) => (
        <p class="notice refused" role="status">
          <strong>{words.sealChanged(upToId)}</strong>
        </p>
      ))}
      {changed.length === 0 && same.length > 0 ? <p>{words.sealsSame(same.length)}</p> : null}
      {door?.sealsHref && heads.some(({ isSame }) => isSame === null) ? (
        <p>
          <a href={door.sealsHref}>{words.checkSeals}</a>
        </p>
      ) : null}
    </>
  )
}

function Seal({ head, frame }: { readonly head: RecordHead; readonly frame: PageFrame }) {
  const words = wordsFor(frame).record
  return (
    <p>
      {words.headLine(head.upToId)}, {words.sealed(momentWithZone(head.at, frame))}
      <br />
      <code>{head.head}</code>
      {head.isSame === false ? (
        <>
          <br />
          <strong>{words.notThese}</strong>
        </>
      ) : null}
    </p>
  )
}
