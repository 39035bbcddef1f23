import { expect, test } from './fixtures';
import { tilesOf } from './places';

test('a press on the waveform goes to that moment, also before the samples are stored', async ({ page }) => {
  await page.goto('local/assets?kind=audio');
  await tilesOf(page, 'Assets').first().dblclick();
  const sound = page.getByRole('dialog').locator('audio');
  const drawing = page.getByRole('dialog').locator('svg[viewBox="0 0 1000 100"]');
  await expect(drawing).toBeVisible();
  await expect.poll(() => sound.evaluate(({ duration }: HTMLAudioElement) => duration)).toBeGreaterThan(0);
  const { width, height } = (await drawing.boundingBox()) ?? { width: 0, height: 0 };
  await drawing.click({ position: { x: width * 0.75, y: height / 2 } });
  await expect
    .poll(() => sound.evaluate(({ currentTime, duration }: HTMLAudioElement) => currentTime / duration))
    .toBeCloseTo(0.75, 1);
});

test('a film has its box before it plays', async ({ page }) => {
  await page.goto('local/assets?kind=video');
  await tilesOf(page, 'Assets').first().dblclick();
  const film = page.getByRole('dialog').locator('video');
  await expect(film).toBeVisible();
  const before = await film.boundingBox();
  await film.evaluate(async (video: HTMLVideoElement) => {
    video.muted = true;
    await video.play();
  });
  await expect
    .poll(() => film.evaluate(({ videoWidth }: HTMLVideoElement) => videoWidth))
    .toBe(before?.width);
  expect(await film.boundingBox()).toEqual(before);
});
