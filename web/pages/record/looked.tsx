import { lookRouteOf } from '../../../worker/domain/record/look-route.ts'
import { momentWithZone } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import type { RecordData } from './record-data.ts'

/** Who opened a page about him, and the head of the log, by which he finds out alone that it was changed. */
export function LookedPart({ frame, record, door }: RecordData) {
  const words = wordsFor(frame).record
  const { whoLooked, head, programmes } = record
  const isExecutive = programmes.some(({ roles }) => roles.includes('executive'))
  return (
    <section id="looked">
      <h2>{words.looked}</h2>
      <p class="soft">
        {isExecutive || whoLooked.length > 0 ? words.lookedAbout : words.lookedOnlyExecutives}
      </p>
      {isExecutive && whoLooked.length === 0 ? <p>{words.nobodyLooked}</p> : null}
      <ul>
        {whoLooked.map(({ id, at, who, route }) => {
          const known = lookRouteOf(route)
          return (
            <li>
              {momentWithZone(at, frame)} · <strong>{who || words.anOwner}</strong> ·{' '}
              {known ? words.routes[known] : words.otherRoute} · <span class="soft">{id}</span>
            </li>
          )
        })}
      </ul>
      {door?.earlierHref ? (
        <p>
          <a href={door.earlierHref}>{words.earlier}</a>
        </p>
      ) : null}
      <h3>{words.head}</h3>
      {head ? (
        <>
          <p class="soft">{words.headAbout}</p>
          <p>
            {words.headLine(head.upToId)}, {words.sealed(momentWithZone(head.at, frame))}
            <br />
            <code>{head.head}</code>
          </p>
          {door ? (
            <p>
              <a href={door.fileHref('head')}>{words.headFile}</a>
            </p>
          ) : null}
        </>
      ) : (
        <p class="soft">{words.noHead}</p>
      )}
    </section>
  )
}
