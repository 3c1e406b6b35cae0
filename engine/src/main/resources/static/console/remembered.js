// Choices that outlive the page. A browser that keeps nothing still works.
export const remembered = (key, otherwise) => {
  try {
    return localStorage.getItem(`nhip.${key}`) ?? otherwise;
  } catch {
    return otherwise;
  }
};

export const remember = (key, value) => {
  try {
    localStorage.setItem(`nhip.${key}`, value);
  } catch {
    // Private windows refuse; the choice then holds for this page only.
  }
};
