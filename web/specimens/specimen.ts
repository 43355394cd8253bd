import type { HtmlEscapedString } from 'hono/utils/html'

import type { ProgrammeId } from '../../worker/domain/ids.ts'
import type { Locale } from '../../worker/domain/people/person.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { paths } from '../pages/paths.ts'
import type { Assets, Nav, NavItem, PageFrame } from '../parts/page-frame.ts'
import type { PageWords } from '../words/pages/en.ts'
import { wordsFor } from '../words/pages/words.ts'
import { type Cast, CASTS, type CastName } from './cast.ts'
import { at } from './times.ts'

/** Who opens a page: it decides on the frame around it. */
export type Reader = 'manager' | 'mentor' | 'assistant' | 'from-a-mail'

/** In whose words a specimen is drawn, and who appears in it. */
export type Setting = {
  readonly frame: PageFrame
  readonly words: PageWords
  readonly cast: Cast
}

export type Wanted = { readonly locale: Locale; readonly names: CastName; readonly assets: Assets }

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>
type Of<Data> = Partial<Data> | ((setting: Setting) => Partial<Data>)

/** One page component, in each of its states. */
export type Specimen = {
  /** The component's name. */
  readonly page: string
  readonly reader: Reader
  readonly states: readonly string[]
  readonly draw: (state: string, wanted: Wanted) => Drawn
}

export type Chapter = { readonly title: string; readonly specimens: readonly Specimen[] }

type Parts<Data> = {
  readonly of: (data: Data) => Drawn
  /** Only where `of` is not the component itself. */
  readonly name?: string
  readonly reader: Reader
  readonly current?: NavItem
  /** What the page shows on a usual day. */
  readonly usual: (setting: Setting) => Data
  /** By name, what is different in the other states. */
  readonly states?: Readonly<Record<string, Of<Data>>>
}

export const USUAL = 'usual'

export function specimenOf<Data extends { readonly frame: PageFrame }>(parts: Parts<Data>): Specimen {
  const { of, name = of.name, reader, current = null, usual, states = {} } = parts
  return {
    page: name,
    reader,
    states: [USUAL, ...Object.keys(states)],
    draw: (state, wanted) => {
      const setting = settingOf(wanted, reader, current)
      const other = states[state] ?? {}
      return of({ ...usual(setting), ...(typeof other === 'function' ? other(setting) : other) })
    },
  }
}

/** Tuesday 16 March 2027, ten past ten in Paris. */
export const NOW: Instant = at('2027-03-16T09:10:00Z')

const PROGRAMME: ProgrammeId = 'prg_1'

function settingOf({ locale, names, assets }: Wanted, reader: Reader, current: NavItem | null): Setting {
  const cast = CASTS[names]
  const nav = navOf(reader, current, cast)
  const frame = { locale, zone: 'Europe/Paris', now: NOW, assets, nav, notice: null, closed: null }
  return { frame, words: wordsFor(frame), cast }
}

const ITEMS: Readonly<Record<Exclude<Reader, 'from-a-mail'>, readonly NavItem[]>> = {
  manager: ['today', 'board', 'calendar', 'pairings', 'people', 'deliveries'],
  mentor: ['mine', 'hours'],
  assistant: ['desk'],
}

/** The navigation of a reader; a refusal can have anybody's. */
export function navOf(reader: Reader, current: NavItem | null, cast: Cast): Nav | null {
  if (reader === 'from-a-mail') return null
  const isManager = reader === 'manager'
  return {
    name: cast[reader],
    own: isManager ? paths.person('per_manager') : null,
    isSearched: isManager,
    items: ITEMS[reader],
    current,
    programme: isManager ? { id: PROGRAMME, name: cast.programme, several: false } : null,
  }
}
