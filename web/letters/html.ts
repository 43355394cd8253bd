import type { Locale } from '../../worker/domain/people/person.ts'
import { type Block, type Choices, plain, type Words } from './blocks.ts'

/** The HTML part: no image, no script, nothing fetched. Without support for dark colours it shows the light ones. */
export function htmlOf(title: string, blocks: readonly Block[], locale: Locale): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title><style>${DARK}</style></head>`,
    `<body class="paper" style="margin:0;padding:24px;${PAPER}"><div style="max-width:36em;margin:0 auto">`,
    ...blocks.map(htmlOfBlock),
    '</div></body></html>',
  ].join('\n')
}

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'say':
      return `<p style="margin:0 0 16px">${htmlOfWords(block.words)}</p>`
    case 'aside':
      return `<p class="quiet" style="margin:16px 0;${QUIET}">${escapeHtml(block.text)}</p>`
    case 'lines':
      return `<p class="quiet" style="margin:16px 0;${QUIET}">${[block.title, ...block.lines].map(htmlOfWords).join('<br>')}</p>`
    case 'button':
      return `<p style="margin:0 0 12px"><a class="button" href="${escapeHtml(block.url)}" style="${BUTTON}">${buttonText(block.label, block.note)}</a></p>`
    case 'link':
      return `<p style="margin:0 0 8px"><a class="link" href="${escapeHtml(block.url)}" style="${LINK}">${escapeHtml(block.label)}</a></p>`
    case 'choices':
      return htmlOfChoices(block)
  }
}

function htmlOfChoices({ name, about, each, page }: Choices): string {
  const links = [...each, { ...page, note: null }].map(({ label, note, url }) => {
    const anchor = `<a class="link" href="${escapeHtml(url)}" style="${LINK}">${escapeHtml(label)}</a>`
    return note === null
      ? anchor
      : `${anchor} <span class="quiet" style="${QUIET}">${escapeHtml(note)}</span>`
  })
  return `<p style="margin:16px 0 0"><b>${escapeHtml(name)}</b> ${escapeHtml(about)}<br>${links.join('<br>')}</p>`
}

/** A link for a web address or a telephone number, as it stands among other words; any other address is text. */
function htmlOfWords(words: Words): string {
  const text = plain(words)
  const at = typeof words === 'string' ? -1 : text.lastIndexOf(words.label)
  if (typeof words === 'string' || at < 0 || !/^(?:https?:\/\/|tel:)/i.test(words.url))
    return escapeHtml(text)
  const anchor = `<a class="link" href="${escapeHtml(words.url)}" style="${INLINE}">${escapeHtml(words.label)}</a>`
  return `${escapeHtml(text.slice(0, at))}${anchor}${escapeHtml(text.slice(at + words.label.length))}`
}

function buttonText(label: string, note: string | null): string {
  const strong = `<b>${escapeHtml(label)}</b>`
  return note === null ? strong : `${strong}<br><span style="font-size:14px">${escapeHtml(note)}</span>`
}

/** Safe in text and in attribute values. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const PAPER =
  'background:#ffffff;color:#1d1c1a;font:16px/1.5 Georgia,serif;overflow-wrap:anywhere;word-break:break-word'
const QUIET = 'color:#5c5952;font-size:14px'
const BUTTON =
  'display:block;padding:12px 16px;border-radius:6px;background:#20413a;color:#ffffff;text-decoration:none'
const INLINE = 'color:#20413a'
const LINK = 'display:inline-block;padding:8px 0;color:#20413a'

const DARK = `@media (prefers-color-scheme:dark){${[
  '.paper{background:#191817!important;color:#eceae4!important}',
  '.quiet{color:#b0aca2!important}',
  '.button{background:#bcd8ce!important;color:#12231e!important}',
  '.link{color:#bcd8ce!important}',
].join('')}}`
