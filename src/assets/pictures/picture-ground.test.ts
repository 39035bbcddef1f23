import { describe, expect, it } from 'vitest';
import { pictureGround } from './picture-ground';

const known = { thumbnailUrl: 'http://l.test/media/thumbnails/a#7a6b58', width: 300, height: 200 };
const box = { width: 100, height: 100 };

describe('the ground of a picture that is on its way', () => {
  it('is its colour in all of a box that it will fill', () => {
    expect(pictureGround(known, box, 'cover')).toEqual({ backgroundColor: '#7a6b58' });
  });

  it.each([
    ['wide', 300, 200, '100% 66.66666666666667%'],
    ['high', 200, 400, '50% 100%'],
    ['as its box', 50, 50, '100% 100%'],
  ])('is as large as it will be where it is %s', (_, width, height, backgroundSize) => {
    expect(pictureGround({ ...known, width, height }, box, 'contain')).toEqual({
      backgroundImage: 'linear-gradient(#7a6b58,#7a6b58)',
      backgroundSize,
    });
  });

  it('is plain where its shape is unknown and it need not fill its box', () => {
    expect(pictureGround({ ...known, width: 0 }, box, 'contain')).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    '#',
    'http://l.test/a',
    'http://l.test/a#',
    'http://l.test/a#7a6b5',
    'http://l.test/a#7a6b581',
    'http://l.test/a#7A6B58',
    'http://l.test/a#red',
    'http://l.test/a#7a6b5;',
    'http://l.test/a#)url(x',
    'http://l.test/a#7a6b58\n',
    'http://l.test/a#7a6b58?width=512',
  ])('is plain where the address says %j', (thumbnailUrl) => {
    expect(pictureGround({ ...known, thumbnailUrl }, box, 'cover')).toBeUndefined();
  });
});
