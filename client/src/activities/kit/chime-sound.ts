/** What a chime sounds like: two sines that fade, made on the spot. */
const LOUDNESS = 0.12
const NOTES_HZ = [523.25, 783.99] as const
const FADE_S = 1.6

export function sound(context: AudioContext): void {
  for (const [i, hz] of NOTES_HZ.entries()) {
    const start = context.currentTime + i * 0.18
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = hz
    volume.gain.setValueAtTime(0, start)
    volume.gain.linearRampToValueAtTime(LOUDNESS / (i + 1), start + 0.05)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + FADE_S)
    tone.connect(volume).connect(context.destination)
    tone.start(start)
    tone.stop(start + FADE_S)
  }
}
