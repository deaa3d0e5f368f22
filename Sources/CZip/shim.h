#ifndef KHEO_CZIP_SHIM_H
#define KHEO_CZIP_SHIM_H

#include <zip.h>

#endif
