#ifndef KHEO_CEXPAT_SHIM_H
#define KHEO_CEXPAT_SHIM_H

#include <expat.h>

#endif
