import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const STYLE = 'styles/from-a-mail.css'
const SCRIPT = 'islands/way-back.ts'

/** Beside the manifest: what stands in pages themselves, with its hashes for the policy. It is served to nobody else. */
const INLINE = '.vite/inline.json'

/** Takes the stylesheet of pages from a mail, and the one script of the sign-in, out of the files that are built. */
export function inline(): Plugin {
  return {
    name: 'inline',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle)
        const style = files.find((file) => file.type === 'asset' && file.originalFileNames.includes(STYLE))
        const script = files.find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/web/${SCRIPT}`),
        )
        if (style?.type !== 'asset' || script?.type !== 'chunk') return this.error('nothing to inline')
        const source = {
          style: withHash(String(style.source).trim()),
          wayBack: withHash(script.code.trim()),
        }
        this.emitFile({ type: 'asset', fileName: INLINE, source: JSON.stringify(source) })
        delete bundle[style.fileName]
        delete bundle[script.fileName]
      },
    },
  }
}

/** CSP 3 §2.4.1: the hash of the element's text, to the octet. */
function withHash(text: string) {
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
}
