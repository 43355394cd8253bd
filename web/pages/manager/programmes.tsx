import type { ProgrammeId } from '../../../worker/domain/ids.ts'
import { Frame, type PageFrame } from '../../parts/frame.tsx'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'

export type ProgrammeLine = {
  readonly id: ProgrammeId
  readonly name: string
  readonly pairings: number
  /** Where choosing it leads. */
  readonly href: string
}

export type ProgrammesData = { readonly frame: PageFrame; readonly programmes: readonly ProgrammeLine[] }

export function ProgrammesPage({ frame, programmes }: ProgrammesData) {
  const words = wordsFor(frame).people
  return (
    <Frame frame={frame} title={words.programmesTitle}>
      <header class="heading">
        <h1>{words.programmesTitle}</h1>
      </header>
      <ul class="rows">
        {programmes.map(({ id, name, pairings, href }) => (
          <li class="row">
            <p class="row-what">
              <a class="name" href={href}>
                {name}
              </a>
            </p>
            <p class="row-words soft">{words.managing(pairings)}</p>
            <div class="row-do actions">
              <a class="button quiet" href={paths.programme(id)}>
                {wordsFor(frame).policy.link}
                <span class="unseen"> {name}</span>
              </a>
              <a class="button quiet" href={paths.programmeFormats(id)}>
                {wordsFor(frame).formats.link}
                <span class="unseen"> {name}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Frame>
  )
}
