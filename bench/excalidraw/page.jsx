/** Excalidraw with the notes of the bench, served from here: no font, script or telemetry from elsewhere. */
import '@excalidraw/excalidraw/index.css'
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createRoot } from 'react-dom/client'

const skeleton = ({ id, text, colour, x, y, side }) => ({
  id,
  type: 'rectangle',
  x: x - side / 2,
  y: y - side / 2,
  width: side,
  height: side,
  backgroundColor: colour,
  strokeColor: '#26221c',
  fillStyle: 'solid',
  strokeWidth: 1,
  roughness: 0,
  label: { text, fontSize: 16 },
})

const twoFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

const notes = await (await fetch('/notes.json')).json()
const elements = convertToExcalidrawElements(notes.map(skeleton), { regenerateIds: false })

createRoot(document.getElementById('root')).render(
  <Excalidraw
    initialData={{ elements, scrollToContent: true, appState: { viewModeEnabled: false } }}
    excalidrawAPI={async (api) => {
      await twoFrames()
      api.scrollToContent(api.getSceneElements(), { fitToViewport: true, viewportZoomFactor: 0.95 })
      await twoFrames()
      globalThis.bench = {
        shownAt: performance.now(),
        zoom: () => api.getAppState().zoom.value,
        count: () => api.getSceneElements().filter((one) => one.type === 'rectangle').length,
        add: (fresh) =>
          api.updateScene({
            elements: [
              ...api.getSceneElements(),
              ...convertToExcalidrawElements(fresh.map(skeleton), { regenerateIds: false }),
            ],
            captureUpdate: CaptureUpdateAction.NEVER,
          }),
      }
    }}
  />,
)
