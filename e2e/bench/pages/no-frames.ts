/** What a page says that the browser no longer draws: seen now and then on floors, which load thousands of pictures a second. */
export const NO_FRAMES = 'The browser draws no frames any more.';
