import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

import { dayInUtc } from '../../worker/domain/programme/close.ts'
import { formatDay } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import { labelled } from '../words/punctuation.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Foot } from './foot.tsx'
import type { FieldError } from './form.ts'
import { Letterhead } from './letterhead.tsx'
import { NoticeLine } from './notice-line.tsx'
import type { Assets, Closed, PageFrame } from './page-frame.ts'

type Shape = 'sheet' | 'wide'

type FrameProps = {
  readonly frame: PageFrame
  readonly title: string
  /** `sheet` is the narrow page opened from a mail; `wide` is for work. */
  readonly shape?: Shape
  readonly script?: 'calendar' | 'forms' | 'inPlace' | 'wayBack' | 'busy'
  readonly errors?: readonly FieldError[]
  /** `form`: a page of several forms says them where the one stands that was sent. */
  readonly errorsAt?: 'top' | 'form'
  readonly letterhead?: string
  /** The page has a field of its own to search with: the letterhead has none. */
  readonly hasSearch?: boolean
  /** In a closed programme a page whose controls only choose what is shown keeps them. */
  readonly isOnlyRead?: boolean
  readonly children: Child
}

export function Frame({
  frame,
  title,
  shape = 'wide',
  script,
  errors = [],
  errorsAt = 'top',
  letterhead,
  hasSearch = false,
  isOnlyRead = false,
  children,
}: FrameProps) {
  const words = wordsFor(frame).frame
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.locale}>
        <Head
          frame={frame}
          title={errors.length > 0 ? `${labelled(words.errors, frame.locale)} ${title}` : title}
          shape={shape}
          script={script}
        />
        <body class={shape}>
          <a class="skip" href="#content">
            {words.skip}
          </a>
          <Letterhead frame={frame} name={letterhead ?? null} hasSearch={hasSearch} />
          <main id="content" tabindex={-1}>
            {frame.notice ? <NoticeLine notice={frame.notice} /> : null}
            <div class="page">
              <ErrorSummary title={words.errors} errors={errorsAt === 'top' ? errors : []} />
              {frame.closed ? (
                <ReadOnly closed={frame.closed} frame={frame} isOnlyRead={isOnlyRead}>
                  {children}
                </ReadOnly>
              ) : (
                children
              )}
            </div>
          </main>
          {frame.nav ? <Foot frame={frame} nav={frame.nav} /> : null}
        </body>
      </html>
    </>
  )
}

type HeadProps = {
  readonly frame: PageFrame
  readonly shape: Shape
  readonly title: string
  readonly script: 'calendar' | 'forms' | 'inPlace' | 'wayBack' | 'busy' | undefined
}

function Head({ frame, title, shape, script }: HeadProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · Sotto`}</title>
      <Files assets={frame.assets} isOneRequest={isOneRequest(shape, frame.nav)} />
      <Script assets={frame.assets} script={script} />
      {frame.nav?.isSearched ? <script type="module" src={frame.assets.searchKey} /> : null}
    </head>
  )
}

/** A page opened from a mail, and an assistant's: all of it comes with one request. */
function isOneRequest(shape: Shape, nav: PageFrame['nav']): boolean {
  return shape === 'sheet' || (nav !== null && nav.items.every((item) => item === 'desk'))
}

/** The mark, as small as it can be written: another request would cost more than it. */
const MARK =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 32 32%22%3E%3Crect width=%2232%22 height=%2232%22 rx=%226%22 fill=%22%231f4a3c%22/%3E%3Ctext x=%2216%22 y=%2223%22 text-anchor=%22middle%22 font-family=%22Georgia,serif%22 font-style=%22italic%22 font-size=%2223%22 fill=%22%23f7f3ea%22%3Es%3C/text%3E%3C/svg%3E'

function Files({ assets, isOneRequest }: { readonly assets: Assets; readonly isOneRequest: boolean }) {
  return isOneRequest ? (
    <>
      <link rel="icon" href={MARK} />
      <style>{raw(assets.inline.style)}</style>
    </>
  ) : (
    <>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      <link rel="stylesheet" href={assets.styles} />
    </>
  )
}

function Script({ assets, script }: { readonly assets: Assets } & Pick<HeadProps, 'script'>) {
  if (script === undefined) return null
  return script === 'wayBack' ? (
    <script type="module">{raw(assets.inline.wayBack)}</script>
  ) : (
    <script type="module" src={assets[script]} />
  )
}

type ReadOnlyProps = {
  readonly closed: Closed
  readonly frame: PageFrame
  readonly isOnlyRead: boolean
  readonly children: Child
}

/** A disabled fieldset disables every control in it, with or without script. */
function ReadOnly({ closed: { at, purgeOn }, frame, isOnlyRead, children }: ReadOnlyProps) {
  const words = wordsFor(frame).closing
  const day = purgeOn === null ? '' : formatDay(purgeOn, frame)
  const isForgotten = purgeOn !== null && purgeOn <= dayInUtc(frame.now)
  const sentence = isForgotten ? words.isForgotten : words.isClosed
  return (
    <>
      <p class="notice done" role="status">
        {at === null ? words.isClosing : sentence(formatDay(at, frame), day)}
      </p>
      {isOnlyRead ? (
        children
      ) : (
        <fieldset class="read-only" disabled>
          {children}
        </fieldset>
      )}
    </>
  )
}
