import { randomOf } from '../bench-data';

const SIDE = 512;
let grain: OffscreenCanvas | undefined;

/** A picture of number `n` as a library keeps its thumbnail: no side over 512 px, the weight of a real photo. */
export async function drawThumbnail(n: number, size: { width: number; height: number }): Promise<Uint8Array> {
  const scale = SIDE / Math.max(size.width, size.height);
  const canvas = drawPicture(n, Math.round(size.width * scale), Math.round(size.height * scale));
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
  return new Uint8Array(await blob.arrayBuffer());
}

/** A light, some shapes and grain: what makes photos large and slow to decode. */
export function drawPicture(n: number, width: number, height: number): OffscreenCanvas {
  const random = randomOf(n + 5e6);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser has no canvas.');
  const hue = random() * 360;
  const ground = context.createLinearGradient(0, 0, width * random(), height);
  ground.addColorStop(0, `hsl(${hue} 40% 65%)`);
  ground.addColorStop(1, `hsl(${hue + 60} 45% 20%)`);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (let shape = 0; shape < 14; shape += 1) {
    context.fillStyle = `hsl(${hue + random() * 120} ${30 + random() * 40}% ${20 + random() * 60}% / 0.7)`;
    context.beginPath();
    const [x, y] = [random() * width, random() * height];
    context.ellipse(x, y, (random() * width) / 4, (random() * height) / 4, random() * 3, 0, 7);
    context.fill();
  }
  grain ??= makeGrain();
  context.globalCompositeOperation = 'overlay';
  context.globalAlpha = 0.25;
  for (let y = -random() * SIDE; y < height; y += SIDE) {
    for (let x = -random() * SIDE; x < width; x += SIDE) context.drawImage(grain, x, y, SIDE, SIDE);
  }
  return canvas;
}

function makeGrain(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(SIDE / 2, SIDE / 2);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no canvas.');
  const image = context.createImageData(canvas.width, canvas.height);
  const random = randomOf(7);
  for (let at = 0; at < image.data.length; at += 4) {
    image.data.fill(random() * 255, at, at + 3);
    image.data[at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
