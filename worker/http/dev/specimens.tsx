import { Frame } from '../../../web/parts/frame.tsx'
import type { PageFrame } from '../../../web/parts/page-frame.ts'
import { BOOK, SPECIMENS } from '../../../web/specimens/book.ts'
import { type CastName, CASTS } from '../../../web/specimens/cast.ts'
import { type Specimen, USUAL } from '../../../web/specimens/specimen.ts'
import type { Locale } from '../../domain/people/person.ts'
import { assets } from '../assets.ts'
import type { App, AppContext } from '../context.ts'
import { missing } from '../responses.tsx'
import { devFrame } from './dev-frame.ts'

const INDEX = '/dev/pages'
const CAST_NAMES = [
  'usual',
  'long',
  'arabic',
  'chinese',
  'thai',
  'hindi',
] as const satisfies readonly CastName[]
const LOCALES = { en: 'English', fr: 'Français' } as const

/** In whose language, and with whose names, the book is read. */
type Reading = { readonly locale: Locale; readonly names: CastName }

/** The specimen book: every page in each of its states, drawn from example data. Nothing on it leads anywhere. */
export function specimenRoutes(app: App): void {
  app.get(INDEX, (c) => c.html(<IndexPage frame={devFrame(c)} reading={readingOf(c)} />))

  // The calendar of a specimen reads nothing: its list is whole.
  app.get(`${INDEX}/feed`, (c) => c.json({ sessions: [], availability: [] }))

  app.get(`${INDEX}/:page/:state`, (c) => {
    const { page, state } = c.req.param()
    const specimen = SPECIMENS.find((each) => slugOf(each.page.replace(/Page$/, '')) === page)
    const shown = specimen?.states.find((each) => slugOf(each) === state)
    if (!specimen || shown === undefined) return missing(c)
    return c.html(specimen.draw(shown, { ...readingOf(c), assets }))
  })
}

function readingOf(c: AppContext): Reading {
  const { locale, names } = c.req.query()
  return {
    locale: locale === 'fr' ? 'fr' : 'en',
    names: CAST_NAMES.find((each) => each === names) ?? 'usual',
  }
}

function addressOf({ page }: Specimen, state: string, reading: Reading): string {
  return `${INDEX}/${slugOf(page.replace(/Page$/, ''))}/${slugOf(state)}${queryOf(reading)}`
}

function queryOf({ locale, names }: Reading): string {
  return `?${new URLSearchParams({ locale, names }).toString()}`
}

/** `SignInAgain` and “a form is kept” as parts of an address. */
function slugOf(name: string): string {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

type IndexProps = { readonly frame: PageFrame; readonly reading: Reading }

function IndexPage({ frame, reading }: IndexProps) {
  const count = SPECIMENS.reduce((sum, { states }) => sum + states.length, 0)
  return (
    <Frame frame={frame} title="Specimens">
      <header class="heading">
        <h1>Specimens</h1>
        <p class="soft">
          {SPECIMENS.length} pages in {count} states, from example data. Nothing on them leads anywhere.{' '}
          <a href="/dev">Development</a>
        </p>
        <Ways
          label="Language"
          ways={(['en', 'fr'] as const).map((locale) => ({
            name: LOCALES[locale],
            href: `${INDEX}${queryOf({ ...reading, locale })}`,
            isHere: locale === reading.locale,
          }))}
        />
        <Ways
          label="Names"
          ways={CAST_NAMES.map((names) => ({
            name: `${names}: ${CASTS[names].executive}`,
            href: `${INDEX}${queryOf({ ...reading, names })}`,
            isHere: names === reading.names,
          }))}
        />
      </header>
      {BOOK.map(({ title, specimens }) => (
        <section>
          <h2>{title}</h2>
          <ul class="rows">
            {specimens.map((specimen) => (
              <SpecimenRow specimen={specimen} reading={reading} />
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  )
}

type Way = { readonly name: string; readonly href: string; readonly isHere: boolean }

function Ways({ label, ways }: { readonly label: string; readonly ways: readonly Way[] }) {
  return (
    <nav class="views" aria-label={label}>
      {ways.map(({ name, href, isHere }) => (
        <a href={href} aria-current={isHere ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}

type RowProps = { readonly specimen: Specimen; readonly reading: Reading }

function SpecimenRow({ specimen, reading }: RowProps) {
  const { page, reader, states } = specimen
  return (
    <li class="row">
      <p class="row-what">
        <a class="name" href={addressOf(specimen, USUAL, reading)}>
          {page.replace(/Page$/, '')}
        </a>{' '}
        <span class="soft">{reader.replaceAll('-', ' ')}</span>
      </p>
      <p class="row-words actions">
        {states.map((state) => (
          <a href={addressOf(specimen, state, reading)}>
            {state}
            <span class="unseen"> ({page.replace(/Page$/, '')})</span>
          </a>
        ))}
      </p>
    </li>
  )
}
